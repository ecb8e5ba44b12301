/** The compiled tables for a command; a mistake in `data/` is told plainly and ends the command. */
import { compileTables, type Tables } from '../build/compile-tables.ts';
import { GlossaryError } from '../build/load-glossary.ts';

/** Compiles the glossary, or prints what is wrong in `data/` and exits with 1. */
export function loadOrExit(): Tables {
  try {
    return compileTables();
  } catch (error) {
    if (!(error instanceof GlossaryError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
