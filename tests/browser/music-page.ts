/** A page with three terms, by which a test sees whether anything is marked. */
export const MUSIC = `<!doctype html><html lang="en"><title>Making a record</title><body><h1>Who made the album</h1>
  <p>The record producer worked with the mastering engineer, and the audio engineer set up the microphones.`;

/** One with more terms than that. */
export const MORE_MUSIC = `<!doctype html><html lang="en"><title>Making a record</title><body><h1>Who made the album</h1>
  <p>The record producer worked with the mastering engineer. The audio engineer set up the microphones in the
  recording studio, a beatmaker made the beats, and the executive producer paid for the album.`;
