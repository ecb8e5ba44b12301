/** Whether a page is light or dark where the word stands, from computed colours; pure. */

export type Theme = 'light' | 'dark';

/** What the page's styles say, from the word outwards. */
export interface Surroundings {
  /** Computed `color` of the word. */
  ink: string;
  /** Computed `background-color` of the word's element and each ancestor, innermost first. */
  grounds: readonly string[];
  /** Something paints an image or gradient behind the word before any of those grounds is reached. */
  picture: boolean;
  /** Computed `color-scheme` of the root element. */
  scheme: string;
  /** What the system prefers. */
  system: Theme;
}

interface Shade {
  /** 0 black … 1 white, roughly perceptual. */
  lightness: number;
  alpha: number;
}

const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?%?/gi;

/** Reads a computed colour: rgb(), color(), hsl-free (browsers compute it away), lab(), lch(), oklab(), oklch(). */
export function shade(colour: string): Shade | null {
  const [, kind, body] = /^\s*([a-z]+)\((.*)\)\s*$/i.exec(colour) ?? [];
  if (!kind || body === undefined) return null;
  const [channels = '', alphaText] = body.split('/');
  const raw = channels.replace(/^\s*[a-z][\w-]*\s/i, '').match(NUMBER) ?? [];
  const value = (text: string | undefined, whole: number) =>
    text === undefined ? 0 : text.endsWith('%') ? (Number.parseFloat(text) / 100) * whole : Number.parseFloat(text);
  const alpha = value(alphaText?.trim() ?? raw[3] ?? '1', 1);
  switch (kind.toLowerCase()) {
    case 'rgb':
    case 'rgba':
    case 'color': {
      const whole = kind.toLowerCase() === 'color' ? 1 : 255;
      const [r = 0, g = 0, b = 0] = raw.map((text) => value(text, whole) / whole);
      // Rec. 709 luma on encoded values: near enough to lightness for a yes-or-no.
      return { lightness: 0.2126 * r + 0.7152 * g + 0.0722 * b, alpha };
    }
    case 'lab':
    case 'lch':
      return { lightness: value(raw[0], 100) / 100, alpha };
    case 'oklab':
    case 'oklch':
      return { lightness: value(raw[0], 1), alpha };
    default:
      return null;
  }
}

/** The ground that shows behind the word, with the see-through ones blended in order; null when nothing is painted. */
function ground(grounds: readonly string[]): number | null {
  let covered = 0;
  let sum = 0;
  for (const colour of grounds) {
    const layer = shade(colour);
    if (!layer || layer.alpha === 0) continue;
    sum += (1 - covered) * layer.alpha * layer.lightness;
    covered += (1 - covered) * layer.alpha;
    if (covered > 0.98) break;
  }
  return covered > 0.5 ? sum / covered : null;
}

/** The canvas under an unpainted page: white, unless the page declares itself able to be dark. */
function canvas(scheme: string, system: Theme): Theme {
  const dark = /\bdark\b/.test(scheme);
  const light = /\blight\b/.test(scheme);
  if (dark && light) return system;
  return dark ? 'dark' : 'light';
}

/** The theme in which a card belongs beside this word. */
export function themeOf(page: Surroundings): Theme {
  const painted = page.picture ? null : ground(page.grounds);
  if (painted !== null) return painted < 0.5 ? 'dark' : 'light';
  // Over a picture, or over the bare canvas (dark by `<meta name="color-scheme">`, which no computed style tells),
  // the ink speaks: light text needs a dark ground.
  const ink = shade(page.ink);
  if (ink && ink.alpha > 0.3 && ink.lightness > 0.65) return 'dark';
  if (ink && ink.alpha > 0.3 && ink.lightness < 0.35) return 'light';
  return page.picture ? page.system : canvas(page.scheme, page.system);
}
