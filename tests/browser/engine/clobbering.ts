/**
 * Names of fields and images answer for the members of their form and of the document, also to a content script in
 * Chromium (`LegacyOverrideBuiltIns`): pages do it by chance with `<input name="id">`, and worse.
 */

/** Every member of a form or of its prototypes that reads the tree, or tells what something is. */
const OF_A_FORM =
  'parentNode parentElement childNodes children firstChild lastChild nextSibling previousSibling firstElementChild nextElementSibling nodeType nodeName nodeValue textContent innerText localName tagName namespaceURI isConnected ownerDocument getRootNode contains compareDocumentPosition hasChildNodes hasAttributes getAttribute hasAttribute attributes matches closest querySelector querySelectorAll getElementsByTagName shadowRoot assignedSlot slot lang dir hidden style classList className isContentEditable contentEditable role checkVisibility getBoundingClientRect getClientRects addEventListener removeEventListener dispatchEvent append appendChild insertBefore remove focus scrollBy scrollTo scrollIntoView constructor toString';

const OF_THE_DOCUMENT =
  'documentElement body head title URL location contentType designMode readyState activeElement fonts styleSheets adoptedStyleSheets defaultView scrollingElement hidden visibilityState prerendering querySelector querySelectorAll getElementById getElementsByTagName createElement createTreeWalker createRange createNodeIterator createTextNode elementFromPoint elementsFromPoint caretPositionFromPoint getSelection hasFocus addEventListener removeEventListener dispatchEvent textContent firstChild lastChild childNodes nodeType parentNode getRootNode contains compareDocumentPosition ownerDocument isConnected fullscreenElement constructor';

/**
 * @param inside HTML within the form that is bent; for the document, what follows its images.
 * @param attributes of the form.
 */
export function clobbering(what: 'form' | 'document', inside: string, attributes = ''): string {
  const names = (what === 'form' ? OF_A_FORM : OF_THE_DOCUMENT).split(' ');
  if (what === 'form')
    return `<form ${attributes}>${names.map((name) => `<input name="${name}">`).join('')}${inside}</form>`;
  // Elements answer for the window as well: these are the names by which an extension asks for its browser.
  const api = '<p id="browser"></p><p id="chrome"></p>';
  return names.map((name) => `<img name="${name}" alt="">`).join('') + api + inside;
}
