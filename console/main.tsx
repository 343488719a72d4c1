import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Shell } from './shell/shell.js';

const place = document.getElementById('console');
if (place === null) throw new Error('no element with the id "console"');
createRoot(place).render(
  <StrictMode>
    <Shell />
  </StrictMode>,
);
