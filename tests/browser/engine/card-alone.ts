/** What a card asks for besides marks and table, when nobody listens: it looks as by default, and no word can be silenced. */
export const cardAlone = {
  look: () => ({ textSize: 100, slow: false }),
  openComparison() {},
  tellFrames() {},
  passOn() {},
};
