import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Console } from './console.js';
import { setUpWorkers } from './workers.js';

const place = document.getElementById('console');
if (place === null) throw new Error('no element with the id "console"');
setUpWorkers();
createRoot(place).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
