/** Runs in the page: fires every payload by every way on which a page could hope to be heard by an extension. */
export async function fireAll(
  id: string,
  payloads: unknown[],
): Promise<{ sent: number; heard: number; replies: unknown[] }> {
  const out = { sent: 0, heard: 0, replies: [] as unknown[] };
  const reply = (answer: unknown) => out.replies.push(answer ?? 'an empty answer');
  addEventListener('message', () => out.heard++);
  const { chrome, browser } = globalThis as unknown as Record<
    string,
    { runtime?: Record<string, unknown> } | undefined
  >;
  const nameOf = (payload: unknown) => String((payload as { name?: unknown } | null)?.name ?? payload);
  const spot = document.querySelector('p')!.getBoundingClientRect();
  const at = { clientX: spot.x + 40, clientY: spot.y + 8, bubbles: true, composed: true };
  const post = (data: unknown, ports?: MessagePort[]) => {
    out.sent++;
    postMessage(data, '*', ports);
  };
  for (const payload of payloads) {
    const names = [nameOf(payload), `liner-notes:${nameOf(payload)}`, `${id}:${nameOf(payload)}`];
    post(payload);
    post({ type: nameOf(payload), id, extensionId: id, payload, data: payload, detail: payload });
    post({ type: 'wxt:content-script-started', contentScriptName: 'marks', messageId: nameOf(payload), payload });
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => reply(data);
    post(payload, [port2]);
    port1.postMessage(payload);
    out.sent++;
    dispatchEvent(new MessageEvent('message', { data: payload, origin: `chrome-extension://${id}`, source: window }));
    for (const target of [window, document, document.documentElement]) {
      for (const type of names) target.dispatchEvent(new CustomEvent(type, { detail: payload, bubbles: true }));
      target.dispatchEvent(new CustomEvent(`${id}:content:wxt:content-script-started`, { detail: payload }));
    }
    const channel = new BroadcastChannel(names[1]!);
    channel.onmessage = ({ data }) => reply(data);
    channel.postMessage(payload);
    channel.close();
    for (const api of [chrome, browser]) {
      const { sendMessage, connect } = (api?.runtime ?? {}) as {
        sendMessage?(id: string, payload: unknown): Promise<unknown>;
        connect?(id: string): {
          postMessage(payload: unknown): void;
          onMessage: { addListener(hear: typeof reply): void };
        };
      };
      await sendMessage?.(id, payload).then(reply, () => {});
      const port = connect?.(id);
      port?.onMessage.addListener(reply);
      port?.postMessage(payload);
    }
  }
  // The reader's doings and the browser's news, forged.
  for (const type of ['pointermove', 'pointerdown', 'pointerup', 'pointerover', 'click', 'contextmenu']) {
    for (const target of [document.querySelector('p')!, window]) target.dispatchEvent(new PointerEvent(type, at));
  }
  for (const type of ['keydown', 'keyup']) {
    for (const key of ['.', ',', 'D', 'L', 'Escape', 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent(type, { key, altKey: true, shiftKey: true, bubbles: true }));
  }
  for (const type of [
    'pageshow',
    'pagehide',
    'freeze',
    'resume',
    'beforeprint',
    'visibilitychange',
    'fullscreenchange',
  ]) {
    for (const target of [window, document]) target.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
  }
  dispatchEvent(new StorageEvent('storage', { key: 'pref:markStyle', newValue: '"none"' }));
  // All that was posted is heard by the page itself before it is over; nothing else may be.
  const end = new Promise<void>((done) => addEventListener('message', ({ data }) => data === 'over' && done()));
  postMessage('over', '*');
  out.sent++;
  await end;
  return out;
}
