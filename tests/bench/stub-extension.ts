/** In a page: the part of an extension's API that the content script needs, answering at once. To be loaded before it. */
type Listener = (message: object, sender: object, reply: (answer: unknown) => void) => unknown;

let heard: Listener = () => undefined;
const event = { addListener() {}, removeListener() {} };
const area = { get: async () => ({}) };
Reflect.set(globalThis, 'chrome', {
  runtime: {
    id: 'bench',
    sendMessage: async () => undefined,
    onMessage: {
      addListener(listener: Listener) {
        heard = listener;
      },
      removeListener() {},
    },
  },
  storage: { local: area, sync: area, session: area, onChanged: event },
});

/** What the content script answers to a message of the extension's own. */
export const answerTo = (message: object) => new Promise((reply) => heard(message, { id: 'bench' }, reply));
