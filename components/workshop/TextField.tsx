import type { PackFault } from '../../lib/packs/faults.ts';
import { focusIt } from '../options/focus.ts';
import { Field } from './Field.tsx';
import { useField } from './use-field.ts';

interface TextFieldProps<Value> {
  label: string;
  hint?: string;
  faults?: readonly PackFault[];
  value: Value;
  rows?: number;
  /** It has the focus as soon as it is there. */
  isFirst?: boolean;
  as: { read(text: string): Value; write(value: Value): string };
  onSet(value: Value): void;
  onLeave?(): void;
}

/** A field of a pack or a rule, in the pack's own language. */
export function TextField<Value>({ label, hint, faults = [], rows = 1, isFirst, ...rest }: TextFieldProps<Value>) {
  const { value, as, onSet, onLeave } = rest;
  const field = useField(value, { ...as, onSet });
  return (
    <Field label={label} {...(hint && { hint })} faults={field.value.trim() === '' ? [] : faults}>
      {(described) => (
        <textarea
          {...described}
          {...field}
          className="field"
          rows={Math.max(rows, Math.min(12, field.value.split('\n').length))}
          lang="en"
          ref={isFirst ? focusIt : undefined}
          onBlur={onLeave}
        />
      )}
    </Field>
  );
}
