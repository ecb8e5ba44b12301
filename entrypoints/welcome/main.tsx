import { render } from 'preact';
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/page.css';
import './welcome.css';
import { Welcome } from './Welcome.tsx';

render(<Welcome />, document.getElementById('app')!);
