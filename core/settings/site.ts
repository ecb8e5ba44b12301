/** Every `file:` page belongs to this one site; no hostname holds a colon outside brackets. */
export const FILES = 'file:';

/**
 * The site a page belongs to: its hostname in lower case and punycode, without a trailing dot or port; `file:` for a
 * file. `null` for every other address (browser pages, data:, about:), where the extension cannot be switched.
 */
export function siteOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if (protocol === 'file:') return FILES;
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  return withoutTrailingDot(hostname) || null;
}

/**
 * What a reader typed as a site ("Example.COM.", "https://example.com:8080/a", "bücher.example"), normalised; `null`
 * when it is no hostname.
 */
export function siteFromText(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === FILES) return FILES;
  if (!trimmed || /\s/.test(trimmed)) return null;
  const site = siteOf(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`);
  if (site === null || site === FILES) return site;
  // Address parsers make an IP address of any number: "12" is 0.0.0.12 to them.
  if (/^[\d.]+$/.test(site) && !trimmed.includes(site)) return null;
  return isHostname(site) ? site : null;
}

/** Address parsers let more pass than the name system: `*`, quotes and `$`, empty labels, labels of any length. */
const isHostname = (host: string): boolean =>
  host.startsWith('[') || (host.length <= 253 && host.split('.').every((label) => /^[a-z0-9_-]{1,63}$/.test(label)));

/** The site itself, then each domain above it, nearest first: `a.b.example` → `a.b.example`, `b.example`, `example`. */
export function lineage(site: string): string[] {
  // An IP address has no domain above it.
  if (site === FILES || site.startsWith('[') || /^[\d.]+$/.test(site)) return [site];
  const labels = site.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}

/** Labels below a country's that say what a name is of, not whose it is: `example.co.uk`, `example.com.br`. */
const OF_WHAT = /^(?:com?|org?|net?|edu?|govt?|ac|gob|gouv|go|mil|info|biz|nom|sch|web|ltd|plc|me)$/;

/**
 * Hosts of many people's pages: each name under one is somebody else's. Some of the best known; there are thousands. Text,
 * not a set: that would be made in every frame of every page, where nobody asks for it.
 */
export const OF_MANY =
  ' altervista.org bandcamp.com blogspot.com codeberg.page fandom.com firebaseapp.com framer.website github.io ' +
  'gitlab.io hatenablog.com herokuapp.com livejournal.com neocities.org netlify.app notion.site onrender.com ' +
  'over-blog.com pages.dev readthedocs.io substack.com tumblr.com vercel.app web.app webflow.io weebly.com ' +
  'wixsite.com wordpress.com workers.dev ';

/**
 * The domain that a site is part of, for a switch of the whole: `www.example.com` → `example.com`. Told by the shape of
 * the name and a few hosts: the list of public suffixes weighs more than the popup, and the reader sees the name before
 * choosing it.
 */
export function domainOf(site: string): string {
  const names = lineage(site);
  const [under = '', country = ''] = site.split('.').slice(-2);
  const isOfMany = (country.length === 2 && OF_WHAT.test(under)) || OF_MANY.includes(` ${under}.${country} `);
  return names.at(isOfMany ? -3 : -2) ?? site;
}

function withoutTrailingDot(hostname: string): string {
  return hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
}
