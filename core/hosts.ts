/** Hosts we run on, as the manifest asks for them. `file:` pages need the reader's own consent in the browser. */
export const HOSTS = ['http://*/*', 'https://*/*'];
