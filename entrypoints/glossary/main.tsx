import { render } from 'preact';
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/glossary.css';
import '../../components/page.css';
import './glossary-page.css';
import { GlossaryPage } from './GlossaryPage.tsx';

render(<GlossaryPage />, document.getElementById('app')!);
