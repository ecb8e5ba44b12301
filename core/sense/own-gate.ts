import { type OwnForm, OwnForms } from '../matching/own-forms.ts';
import { gateInPieces, type PiecewiseGate } from './gate.ts';

/**
 * The gate of one document on which the reader's own terms are looked for as well: open where it names music or holds one
 * of them. What it has learnt decides later what becomes of the glossary's words (`withOwnTerms`).
 */
export class OwnGate {
  /** The document names music. */
  musical = false;
  /** Length of the longest text that was asked about, in UTF-16 code units: what is read later may be a small part of it. */
  asked = 0;
  readonly forms: OwnForms;

  constructor(forms: readonly OwnForm[]) {
    this.forms = new OwnForms(forms);
  }

  /** Asks a text that comes in pieces whether there is anything to mark in it. The whole is asked for even when it holds an own term: it may name music. */
  inPieces(): PiecewiseGate {
    const base = gateInPieces();
    let length = 0;
    let rest = '';
    let isIn = false;
    return {
      add: (piece) => {
        length += piece.length;
        const text = rest + piece;
        isIn ||= this.forms.isIn(text);
        rest = text.slice(-this.forms.longest);
        this.musical ||= base.add(piece);
        return this.musical;
      },
      end: () => {
        this.asked = Math.max(this.asked, length);
        this.musical ||= base.end();
        return this.musical || isIn;
      },
    };
  }
}
