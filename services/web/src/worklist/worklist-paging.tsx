import type { WorklistReply } from '@plume/contracts'
import type { WorklistFilter } from '../address/address.ts'
import { useNavigator } from '../address/use-address.tsx'
import { ActionButton } from '../controls/action-button.tsx'
import { useLanguage } from '../language/language.tsx'

type WorklistPagingProps = { readonly filter: WorklistFilter; readonly worklist: WorklistReply }

export function WorklistPaging({ filter, worklist }: WorklistPagingProps) {
  const { words } = useLanguage()
  const navigator = useNavigator()
  const { total, page, pageSize, items } = worklist
  if (total === 0) return null
  const first = (page - 1) * pageSize + 1
  const go = (to: number) =>
    void navigator.go({ page: 'worklist', filter: { ...filter, page: to } }, { replace: true })
  return (
    <footer className="paging">
      <span className="paging-hint">{words.worklist.openHint}</span>
      <span>{words.worklist.count(first, first + items.length - 1, total)}</span>
      <ActionButton isDisabled={page <= 1} onPress={() => go(page - 1)}>
        {words.worklist.previousPage}
      </ActionButton>
      <ActionButton isDisabled={first + pageSize > total} onPress={() => go(page + 1)}>
        {words.worklist.nextPage}
      </ActionButton>
    </footer>
  )
}
