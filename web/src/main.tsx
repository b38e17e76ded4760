import './styles/tokens.css';
import './styles/base.css';
import './app/mantine.css';
import './app/variables.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { shareNonce } from './app/csp';
import { forgetFailedStyles } from './code/failedStyles';
import { startI18n } from './i18n';
import { fragmentToken } from './session/fragmentToken';

shareNonce();
forgetFailedStyles(document);
fragmentToken.start();
// No await: this is one file with what the pages import, and theirs would wait for ours to end.
void startI18n().then(() => {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
