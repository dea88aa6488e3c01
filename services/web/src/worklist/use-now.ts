import { useEffect, useState } from 'react'
import { createScope } from '../scope.ts'

/** The time, told again twice a minute: often enough for ages in minutes. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const scope = createScope()
    scope.every(30_000, () => setNow(Date.now()))
    return () => scope.dispose()
  }, [])
  return now
}
