import { render } from 'preact';

const root = document.getElementById('app');
if (root) render(<h1>Liner Notes</h1>, root);
