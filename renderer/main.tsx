import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/App.tsx';
import { createQueries } from './shell/queries.ts';
import { keepPlaces } from './steady/keep-place.ts';
import { watchPresses } from './steady/press.ts';
import './theme/index.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the portal.');
watchPresses();
keepPlaces();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueries()}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
