import { render } from 'preact';
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/glossary.css';
import '../../components/page.css';
import './compare.css';
import { Compare } from './Compare.tsx';

render(<Compare />, document.getElementById('app')!);
