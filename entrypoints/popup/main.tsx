import { render } from 'preact';
import '../../components/tokens.css';
import '../../components/base.css';
import '../../components/glossary.css';
import './popup.css';
import { Popup } from './Popup.tsx';

render(<Popup />, document.getElementById('app')!);
