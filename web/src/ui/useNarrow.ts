import { useMediaQuery } from '@mantine/hooks';

/** Whether this is a phone: rows are as high as a thumb is wide, and the places stand under the thumb. */
export const useNarrow = (): boolean =>
  useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
