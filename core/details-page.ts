/** Chromium's page about an extension. No link of a page leads there, but the extension may open it. */
export const detailsPage = (id: string): string => `chrome://extensions/?id=${id}`;
