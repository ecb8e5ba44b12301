/** A small WebDriver BiDi client (https://w3c.github.io/webdriver-bidi/) over Node's own WebSocket. */

export interface BidiEvent {
  method: string;
  params: Record<string, unknown>;
}

interface Pending {
  resolve(result: never): void;
  reject(error: Error): void;
}

/** What was asked of a browser that has ended meanwhile, or that nobody asks any more. */
export class ConnectionClosed extends Error {}

export class Bidi {
  readonly #socket: WebSocket;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Set<(event: BidiEvent) => void>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.onmessage = (message) => this.#receive(JSON.parse(String(message.data)));
    socket.onclose = () => {
      for (const { reject } of this.#pending.values())
        reject(new ConnectionClosed('the browser closed the connection'));
    };
  }

  static async connect(url: string): Promise<Bidi> {
    const socket = new WebSocket(url);
    await new Promise<void>((resolve, reject) => {
      socket.onopen = () => resolve();
      socket.onerror = () => reject(new Error(`no connection to ${url}`));
    });
    return new Bidi(socket);
  }

  /** Sends a command. @throws with the browser's error code and message. */
  send<R = Record<string, unknown>>(method: string, params: Record<string, unknown> = {}): Promise<R> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise<R>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /** Tells a listener of each event until what is returned is called. */
  on(listener: (event: BidiEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  close(): void {
    this.#socket.close();
  }

  #receive(message: { id?: number; type: string; error?: string; message?: string; result?: never } & BidiEvent): void {
    if (!message.id) {
      for (const listener of this.#listeners) listener(message);
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.type === 'error') pending?.reject(new Error(`${message.error}: ${message.message}`));
    else pending?.resolve(message.result as never);
  }

  /**
   * Evaluates an expression in a browsing context and returns its value (strings, numbers, booleans, null).
   * @throws what the expression threw.
   */
  async evaluate(context: string, expression: string): Promise<string | number | boolean | null | undefined> {
    const answer = await this.send<{
      type: string;
      result: { value?: string };
      exceptionDetails: { text: string };
    }>('script.evaluate', { expression, target: { context }, awaitPromise: true, resultOwnership: 'none' });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result.value;
  }
}
