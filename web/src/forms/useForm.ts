import { type FormEvent, useRef, useState } from 'react';
import { ProblemError } from '../api/problem';
import { useSentence } from './useSentence';

type Errors<Field extends string> = Partial<Record<Field, string>>;

export interface FormOptions<Field extends string, Result> {
  /** The fields as named in the request body, in the order in which they stand. */
  fields: readonly Field[];
  /** Finds what can be told without asking the server. */
  check?(values: Record<Field, string>): Errors<Field>;
  submit(values: Record<Field, string>): Promise<Result>;
  onDone(result: Result): void;
  /** Puts a problem at a field although the server named none, by the problem's slug. */
  place?: Readonly<Record<string, Field>>;
}

/** What a refused form says: at its fields, and above them what belongs to none. */
export function refusal<Field extends string>(
  error: unknown,
  fields: readonly Field[],
  sentence: (error: unknown) => string,
  place: Readonly<Record<string, Field>> = {},
): { errors: Errors<Field>; general: string | undefined } {
  if (!(error instanceof ProblemError)) return { errors: {}, general: sentence(error) };
  const placed = place[error.slug];
  if (placed) return { errors: { [placed]: sentence(error) } as Errors<Field>, general: undefined };
  const errors: Errors<Field> = {};
  let elsewhere = false;
  for (const [field, message] of Object.entries(error.fields)) {
    if ((fields as readonly string[]).includes(field)) errors[field as Field] = message;
    else elsewhere = true;
  }
  const all = Object.keys(errors).length > 0 && !elsewhere;
  return { errors, general: all ? undefined : sentence(error) };
}

/** A form whose fields keep their own text; refused fields get their sentence and the focus. */
export function useForm<Field extends string, Result>(options: FormOptions<Field, Result>) {
  const { fields, check, submit, onDone, place } = options;
  const sentence = useSentence();
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Errors<Field>>({});
  const [general, setGeneral] = useState<string>();
  const [pending, setPending] = useState(false);
  const [touched, setTouched] = useState(false);

  function refuse(found: Errors<Field>, elsewhere?: string): void {
    setErrors(found);
    setGeneral(elsewhere);
    const first = fields.find((field) => found[field]);
    const input = first && form.current?.elements.namedItem(first);
    if (input instanceof HTMLElement) input.focus();
  }

  async function onSubmit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    const values = Object.fromEntries(
      fields.map((field) => [field, String(data.get(field) ?? '')]),
    ) as Record<Field, string>;
    const found = check?.(values) ?? {};
    if (Object.keys(found).length > 0) return refuse(found);
    setPending(true);
    setErrors({});
    setGeneral(undefined);
    try {
      const result = await submit(values);
      setTouched(false);
      onDone(result);
    } catch (error) {
      const refused = refusal(error, fields, sentence, place);
      refuse(refused.errors, refused.general);
    } finally {
      setPending(false);
    }
  }

  function onInput(event: FormEvent<HTMLFormElement>): void {
    setTouched(true);
    const { name } = event.target as HTMLInputElement;
    if (errors[name as Field]) setErrors({ ...errors, [name]: undefined });
  }

  return {
    props: { ref: form, onSubmit, onInput, noValidate: true },
    /** The name and the error of a field, to spread into an input. */
    field: (name: Field) => ({ name, error: errors[name] }),
    general,
    pending,
    touched,
  };
}
