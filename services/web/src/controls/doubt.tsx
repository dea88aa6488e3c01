import { Icon } from './icon.tsx'

/** What a person has to look at: in words, with the picture of a warning. */
export function Doubt({ text }: { readonly text: string }) {
  return (
    <span className="badge badge-held">
      <Icon name="warning" />
      {text}
    </span>
  )
}
