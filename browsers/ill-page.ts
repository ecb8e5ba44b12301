/** Pages on which our script has to give up. */
import { inContentWorld } from './content-world.ts';
import { isBare } from './marks-of.ts';
import type { Driver, Tab } from './types.ts';

/** As on a page that changes all the time: each look at the clock takes a second in our script's world. */
export async function makeCostly(driver: Driver, tab: Tab): Promise<void> {
  await inContentWorld(driver, tab, () => {
    const { now } = Performance.prototype;
    let late = 0;
    Performance.prototype.now = function () {
      late += 1000;
      return now.call(this) + late;
    };
  });
  await changeText(tab);
}

/** As on a page with a tree that our script cannot walk: its walker throws. */
export async function makeFail(driver: Driver, tab: Tab): Promise<void> {
  await inContentWorld(driver, tab, () => {
    TreeWalker.prototype.nextNode = () => {
      throw new Error('ill');
    };
  });
  await changeText(tab);
}

async function changeText(tab: Tab): Promise<void> {
  await tab.evaluate(() => document.body.append(document.createElement('p'), 'The mastering engineer came back.'));
  await tab.waitFor(isBare);
}
