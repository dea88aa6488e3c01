import { useEffect } from 'react'

/** The tab's title. It names the page, never a patient: titles end up in histories and screenshots. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Plume`
  }, [title])
}
