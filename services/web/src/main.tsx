import './forbid-code-generation.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createNavigator } from './address/navigator.ts'
import { NavigatorProvider } from './address/use-address.tsx'
import { App } from './app.tsx'
import { LanguageProvider } from './language/language.tsx'
import { SessionProvider } from './session/use-session.tsx'

const place = document.getElementById('plume')
if (!place) throw new Error('index.html has no element with the id "plume"')

createRoot(place).render(
  <StrictMode>
    <NavigatorProvider navigator={createNavigator(window)}>
      <LanguageProvider>
        <SessionProvider>
          <App />
        </SessionProvider>
      </LanguageProvider>
    </NavigatorProvider>
  </StrictMode>,
)
