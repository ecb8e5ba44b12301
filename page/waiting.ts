/** Those who wait until something is so with the engine: asked again when something has ended, never by the clock. */
export class Waiting {
  private waiting: { met: () => boolean; resolve: () => void }[] = [];

  /** Resolves when it is so, or when nothing will ever become so. @param atWork whether anything still may. */
  until(met: () => boolean, atWork: boolean): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push({ met, resolve });
      this.tell(atWork);
    });
  }

  /** Something has ended. */
  tell(atWork: boolean): void {
    if (this.waiting.length === 0) return;
    const { waiting } = this;
    this.waiting = atWork ? waiting.filter(({ met }) => !met()) : [];
    for (const one of waiting) if (!this.waiting.includes(one)) one.resolve();
  }
}
