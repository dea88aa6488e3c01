/** Small pictures beside words, never instead of them: hidden from screen readers. */
const paths = {
  play: 'M5 3.5v9l7.500-4.500z',
  pause: 'M4.500 3.500h2.500v9h-2.500zM9 3.500h2.500v9h-2.500z',
  back: 'M8 4v8l-5.500-4zM13.500 4v8l-5.500-4z',
  forward: 'M8 4v8l5.500-4zM2.500 4v8l5.500-4z',
  warning: 'M8 1.800 15 14H1zM7.250 6v4h1.500v-4zm0 5v1.500h1.500v-1.500z',
  check: 'm6.400 12.300-4-4 1.200-1.200 2.800 2.800 6-6 1.200 1.200z',
  clock:
    'M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zm.75 3v3.200l2.300 2.300-1.060 1.060L7.250 8.300V4.500z',
  dots: 'M3.500 6.500a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3zm4.500 0a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3zm4.500 0a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3z',
  page: 'M4 1.500h5.500L13 5v9.500H4zm5 1.200v2.800h2.800zM6 8v1.200h5V8zm0 2.800V12h5v-1.200z',
  pen: 'm11.300 1.700 3 3L5.500 13.500 1.800 14.200l.7-3.700zm0 2-7.500 7.500-.2 1.200 1.200-.2 7.500-7.500z',
  seal: 'M8 1a4.500 4.500 0 0 1 2.700 8.100l1 5.900L8 13l-3.700 2 1-5.900A4.500 4.500 0 0 1 8 1zm2.300 3.100L7.400 7 5.900 5.600l-.9.9 2.400 2.400 3.800-3.800z',
  lock: 'M5 7V5a3 3 0 0 1 6 0v2h1v7H4V7zm1.300 0h3.400V5a1.700 1.700 0 0 0-3.400 0z',
  send: 'M7.300 11V4.900L5 7.200 4 6.200l4-4 4 4-1 1-2.300-2.300V11zM2.500 10H4v2.700h8V10h1.500v4.200h-11z',
  retry:
    'M8 2.500c1.700 0 3.200.8 4.200 2V2.500h1.300V7H9V5.700h2.400A4.100 4.100 0 1 0 12 9.300h1.400A5.500 5.500 0 1 1 8 2.500z',
  person:
    'M8 1.800a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM2.500 14c0-3 2.500-4.800 5.500-4.800s5.500 1.800 5.500 4.800z',
  filter: 'M1.500 3h13L9.500 9v4.500l-3-1.500V9z',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} fillRule="evenodd" />
    </svg>
  )
}
