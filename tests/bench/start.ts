/** Runs in an empty page: the content script itself. */
import './stub-extension.ts';
import gate from '../../entrypoints/gate.ts';
import { answerTo } from './stub-extension.ts';

const running = Promise.resolve(gate.main());
/** Resolves with what the content script would tell the popup, once it knows. */
const answerOfGate = () => running.then(() => answerTo({ name: 'page:state', soFar: true }));
Object.assign(globalThis, { answerOfGate });
