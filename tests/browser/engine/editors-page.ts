/** In the page: one editor of each kind, between paragraphs that are not edited. */
import { InlineEditor } from '@ckeditor/ckeditor5-editor-inline';
import { Essentials } from '@ckeditor/ckeditor5-essentials';
import { Paragraph } from '@ckeditor/ckeditor5-paragraph';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { keymap as codeKeymap, EditorView } from '@codemirror/view';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { Editor } from '@tiptap/core';
import { baseKeymap } from '@tiptap/pm/commands';
import { history as proseHistory, redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { Schema } from '@tiptap/pm/model';
import { EditorState as ProseState } from '@tiptap/pm/state';
import { EditorView as ProseView } from '@tiptap/pm/view';
import StarterKit from '@tiptap/starter-kit';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import Quill from 'quill';

/** What stands in each editor at first. */
const FIRST = 'A mix engineer waits.';
/** No typing of the test is so slow that one burst becomes two steps of the undo stack, in ms. */
const ONE_STEP = 1_000_000;

interface Edited {
  /** Where text is typed. */
  field: HTMLElement;
  /** What the editor would save. */
  saved(): unknown;
}

const makers: Record<string, (place: HTMLElement) => Edited | Promise<Edited>> = {
  prosemirror(place) {
    const schema = new Schema({
      nodes: {
        doc: { content: 'paragraph+' },
        paragraph: { content: 'text*', toDOM: () => ['p', 0], parseDOM: [{ tag: 'p' }] },
        text: {},
      },
    });
    const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text(FIRST)])]);
    const plugins = [
      proseHistory({ newGroupDelay: ONE_STEP }),
      keymap({ 'Mod-z': undo, 'Mod-y': redo }),
      keymap(baseKeymap),
    ];
    const view = new ProseView(place, { state: ProseState.create({ doc, plugins }) });
    return { field: view.dom, saved: () => view.state.doc.toJSON() };
  },
  codemirror(place) {
    const extensions = [history({ newGroupDelay: ONE_STEP }), codeKeymap.of([...defaultKeymap, ...historyKeymap])];
    const view = new EditorView({ parent: place, state: EditorState.create({ doc: FIRST, extensions }) });
    return { field: view.contentDOM, saved: () => view.state.doc.toString() };
  },
  quill(place) {
    const inner = place.appendChild(document.createElement('div'));
    const quill = new Quill(inner, { modules: { history: { delay: ONE_STEP } } });
    quill.setText(FIRST, 'silent');
    return { field: quill.root, saved: () => quill.getContents().ops };
  },
  lexical(place) {
    const field = place.appendChild(document.createElement('div'));
    field.contentEditable = 'true';
    const editor = createEditor({
      namespace: 'test',
      onError: (error) => {
        throw error;
      },
    });
    editor.setRootElement(field);
    registerRichText(editor);
    registerHistory(editor, createEmptyHistoryState(), ONE_STEP);
    const fill = () => {
      $getRoot().append($createParagraphNode().append($createTextNode(FIRST)));
    };
    editor.update(fill, { discrete: true });
    return { field, saved: () => editor.getEditorState().toJSON() };
  },
  tiptap(place) {
    const editor = new Editor({
      element: place,
      extensions: [StarterKit.configure({ undoRedo: { newGroupDelay: ONE_STEP } })],
      content: `<p>${FIRST}</p>`,
    });
    return { field: editor.view.dom, saved: () => [editor.getHTML(), editor.getJSON()] };
  },
  async ckeditor(place) {
    const editor = await InlineEditor.create({
      licenseKey: 'GPL',
      root: { element: place.appendChild(document.createElement('div')), initialData: `<p>${FIRST}</p>` },
      plugins: [Essentials, Paragraph],
      typing: { undoStep: ONE_STEP, transformations: { include: [] } },
    });
    return { field: editor.ui.getEditableElement()!, saved: () => [editor.getData(), editor.model.document.version] };
  },
  contenteditable(place) {
    const field = place.appendChild(document.createElement('div'));
    field.contentEditable = 'true';
    field.textContent = FIRST;
    return { field, saved: () => field.innerHTML };
  },
  plaintext(place) {
    const field = place.appendChild(document.createElement('div'));
    field.contentEditable = 'plaintext-only';
    field.textContent = FIRST;
    return { field, saved: () => field.innerText };
  },
  textarea(place) {
    const field = place.appendChild(document.createElement('textarea'));
    field.value = FIRST;
    return { field, saved: () => field.value };
  },
  designmode(place) {
    const frame = place.appendChild(document.createElement('iframe'));
    const inner = frame.contentDocument!;
    inner.documentElement.lang = 'en';
    inner.body.textContent = FIRST;
    inner.designMode = 'on';
    return { field: frame, saved: () => inner.documentElement.outerHTML };
  },
};

const edited: Record<string, Edited> = {};
/** All that an editor has in it and would save, to the byte. */
const contents = (name: string) => ({ html: edited[name]!.field.innerHTML, saved: edited[name]!.saved() });
/** Scrolls an editor into view; the middle of its box, in CSS px of the viewport. */
const place = (name: string) => {
  const { field } = edited[name]!;
  field.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = field.getBoundingClientRect();
  return { x: x + Math.min(width / 2, 60), y: y + Math.min(height / 2, 12) };
};

/** One editor after the other; the page tells of them when all are there. */
async function makeAll(): Promise<void> {
  for (const [name, make] of Object.entries(makers)) {
    const said = document.createElement('p');
    said.textContent = 'The mastering engineer loved the music.';
    const place = document.createElement('section');
    document.body.append(said, place);
    edited[name] = await make(place);
  }
  Object.assign(globalThis, { editors: { names: Object.keys(makers), contents, place } });
}
void makeAll();
