import i18next from 'i18next';

/** The contract's least length of a new password (api/openapi.yaml, NewPassword). */
export const PASSWORD_LENGTH = 10;

type Check = (value: string) => string | undefined;

export const required: Check = (value) =>
  value.trim() === '' ? i18next.t('form.required') : undefined;

export const email: Check = (value) =>
  required(value) ?? (/^\S+@\S+$/.test(value.trim()) ? undefined : i18next.t('form.email'));

export const newPassword: Check = (value) =>
  value.length < PASSWORD_LENGTH
    ? i18next.t('form.passwordShort', { count: PASSWORD_LENGTH, has: value.length })
    : undefined;

/** Runs one check per field and keeps what was found. */
export function checking<Field extends string>(checks: Partial<Record<Field, Check>>) {
  return (values: Record<Field, string>): Partial<Record<Field, string>> => {
    const found: Partial<Record<Field, string>> = {};
    for (const field of Object.keys(checks) as Field[]) {
      const message = checks[field]?.(values[field]);
      if (message) found[field] = message;
    }
    return found;
  };
}
