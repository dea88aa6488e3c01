/** The mark of the product. */
export function Feather() {
  return (
    <svg className="feather" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" className="feather-ground" />
      <path
        className="feather-plume"
        d="M8 25C9 15 15 8 25 6.500c-.6 3-1.600 5-3 6.600h-3.400l1.700 1.800c-2.200 2.600-4.900 3.800-8.600 4.300L10 25z"
      />
    </svg>
  )
}
