import { render } from 'preact';
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/glossary.css';
import '../../components/page.css';
import './options.css';
import { Options } from './Options.tsx';

render(<Options />, document.getElementById('app')!);
