import './switch.css';
import type { ReactNode } from 'react';

export interface SwitchProps {
  isOn: boolean;
  /** What is switched, as its name is read out. */
  label: ReactNode;
  /** More about it, read out after the name. */
  hint?: ReactNode;
  isDisabled?: boolean;
  onChange(isOn: boolean): void;
}

/** Something that is on or off at once, without a button to save it. */
export function Switch({ isOn, label, hint, isDisabled = false, onChange }: SwitchProps) {
  return (
    <label className="switch">
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span aria-hidden="true" />
      <b>
        {label}
        {hint && <small>{hint}</small>}
      </b>
    </label>
  );
}
