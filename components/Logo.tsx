import { useId } from 'react';

/** The mark of CanDo, as on the toolbar button: said and done. */
export function Logo({ size = 24 }: { size?: number }) {
  const id = useId();
  return (
    <svg role="img" aria-labelledby={id} width={size} height={size} viewBox="0 0 128 128">
      <title id={id}>CanDo</title>
      <path
        fill="#0f766e"
        d="M28 8h72a22 22 0 0 1 22 22v48a22 22 0 0 1-22 22H66l-27 20c-3 2-6 0-6-3v-17h-5A22 22 0 0 1 6 78V30A22 22 0 0 1 28 8Z"
      />
      <path
        fill="none"
        stroke="#fff"
        strokeWidth={14}
        strokeLinecap="round"
        strokeLinejoin="round"
        d="m36 55 19 19 38-40"
      />
    </svg>
  );
}
