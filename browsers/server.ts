import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
  '.woff2': 'font/woff2',
};

export interface Answer {
  body: string | Buffer;
  type?: string;
  status?: number;
  headers?: Record<string, string>;
}

export interface Server {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  origin: string;
  close(): Promise<void>;
}

/**
 * Serves files below a folder, and pages made on the fly, from the loopback interface on a free port.
 * @param folder absolute path of the folder; nothing above it is served.
 * @param pages answers by path, asked before the folder.
 */
export async function serve(
  folder: string,
  pages: (pathname: string) => Answer | undefined = () => undefined,
): Promise<Server> {
  const root = path.resolve(folder);
  const fromFolder = async (pathname: string): Promise<Answer> => {
    let file = path.join(root, pathname);
    if (file !== root && !file.startsWith(root + path.sep)) return { status: 403, body: 'outside the folder' };
    try {
      if ((await stat(file)).isDirectory()) file = path.join(file, 'index.html');
      return { body: await readFile(file), type: TYPES[path.extname(file)] ?? 'application/octet-stream' };
    } catch {
      return { status: 404, body: 'not found' };
    }
  };
  const server = createServer(async (request, response) => {
    const pathname = decodeURIComponent(new URL(request.url ?? '/', 'http://loopback').pathname);
    const answer = pages(pathname) ?? (await fromFolder(pathname));
    response.writeHead(answer.status ?? 200, {
      'content-type': answer.type ?? 'text/html; charset=utf-8',
      ...answer.headers,
    });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
