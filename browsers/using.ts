import type { Driver } from './types.ts';

/** Does something with a browser, which is closed whatever comes of it. */
export async function using<D extends Driver, R>(driver: D, use: (driver: D) => Promise<R>): Promise<R> {
  try {
    return await use(driver);
  } finally {
    await driver.close();
  }
}
