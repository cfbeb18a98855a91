import { type ReactNode, useId } from 'react';
import type { PackFault } from '../../lib/packs/faults.ts';

interface FieldProps {
  label: string;
  hint?: string;
  faults?: readonly PackFault[];
  children(described: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }): ReactNode;
}

/** A field with its name, a word about it, and what is wrong with what stands in it. */
export function Field({ label, hint, faults = [], children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, faults.length > 0 && `${id}-faults`].filter(Boolean).join(' ');
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(faults.length > 0 && { 'aria-invalid': true as const }),
      })}
      {faults.length > 0 && (
        <ul id={`${id}-faults`} className="faults small" lang="en">
          {faults.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {hint && (
        <p id={`${id}-hint`} className="muted small">
          {hint}
        </p>
      )}
    </div>
  );
}
