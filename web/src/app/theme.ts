import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import classes from './theme.module.css';

const ramp = (of: (step: number) => string): MantineColorsTuple =>
  Array.from({ length: 10 }, (_, step) => of(step)) as unknown as MantineColorsTuple;

/**
 * Mantine dressed in the tokens: no raw colour or size stands here. The parts are named, not
 * imported, so that a page loads only those it draws.
 */
export const theme = createTheme({
  colors: {
    line: ramp((step) => `var(--pb-line-${step})`),
    stop: ramp(() => 'var(--pb-stop)'),
  },
  primaryColor: 'line',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: 'var(--pb-font)',
  fontFamilyMonospace: 'var(--pb-mono)',
  fontSizes: {
    xs: 'var(--pb-size-caption)',
    sm: 'var(--pb-size-small)',
    md: 'var(--pb-size-body)',
    lg: 'var(--pb-size-read)',
    xl: 'var(--pb-size-head)',
  },
  lineHeights: {
    xs: 'var(--pb-lh-caption)',
    sm: 'var(--pb-lh-small)',
    md: 'var(--pb-lh-body)',
    lg: 'var(--pb-lh-read)',
    xl: 'var(--pb-lh-head)',
  },
  spacing: {
    xs: 'var(--pb-2)',
    sm: 'var(--pb-4)',
    md: 'var(--pb-5)',
    lg: 'var(--pb-6)',
    xl: 'var(--pb-8)',
  },
  radius: {
    sm: 'var(--pb-radius-control)',
    md: 'var(--pb-radius-card)',
    lg: 'var(--pb-radius-panel)',
  },
  defaultRadius: 'sm',
  cursorType: 'default',
  respectReducedMotion: true,
  components: {
    Button: {
      classNames: { root: classes.button, section: classes.buttonSection },
      vars: () => ({
        root: {
          '--button-height': 'var(--pb-control)',
          '--button-padding-x': '11px',
          '--button-fz': 'var(--pb-size-body)',
        },
      }),
    },
    Input: {
      classNames: { input: classes.input },
      vars: () => ({
        wrapper: {
          '--input-height': 'var(--pb-field, 32px)',
          '--input-fz': 'var(--pb-size-body)',
        },
      }),
    },
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      classNames: {
        label: classes.label,
        description: classes.description,
        error: classes.error,
      },
    },
    PasswordInput: { classNames: { input: classes.password } },
    // A list that nobody has opened is not drawn, nor its place looked for.
    Combobox: { defaultProps: { keepMounted: false } },
    Select: {
      defaultProps: { allowDeselect: false, comboboxProps: { shadow: 'none' } },
      classNames: { dropdown: classes.dropdown, option: classes.option },
    },
    Menu: {
      defaultProps: {
        shadow: 'none',
        offset: 4,
        transitionProps: { duration: 100 },
        withInitialFocusPlaceholder: false,
      },
      classNames: { dropdown: classes.dropdown, item: classes.menuItem, label: classes.menuLabel },
    },
    Modal: {
      defaultProps: {
        centered: true,
        size: 440,
        zIndex: 81,
        transitionProps: { transition: 'fade-up', duration: 180 },
      },
      classNames: {
        content: classes.sheet,
        header: classes.sheetHeader,
        title: classes.sheetTitle,
        body: classes.sheetBody,
        overlay: classes.scrim,
      },
    },
  },
});

const variables = {
  '--mantine-color-body': 'var(--pb-ground-content)',
  '--mantine-color-text': 'var(--pb-text)',
  '--mantine-color-bright': 'var(--pb-text)',
  '--mantine-color-dimmed': 'var(--pb-text-2)',
  '--mantine-color-placeholder': 'var(--pb-text-3)',
  '--mantine-color-default': 'var(--pb-ground-control)',
  '--mantine-color-default-hover': 'var(--pb-ground-control)',
  '--mantine-color-default-color': 'var(--pb-text)',
  '--mantine-color-default-border': 'var(--pb-rule-strong)',
  '--mantine-color-anchor': 'var(--pb-line-text)',
  '--mantine-color-error': 'var(--pb-stop-text)',
  '--mantine-color-disabled': 'var(--pb-ground-segment)',
  '--mantine-color-disabled-color': 'var(--pb-text-off)',
  '--mantine-color-line-filled': 'var(--pb-line)',
  '--mantine-color-line-filled-hover': 'var(--pb-line-hover)',
  '--mantine-primary-color-filled': 'var(--pb-line)',
  '--mantine-primary-color-filled-hover': 'var(--pb-line-hover)',
  '--mantine-color-stop-filled': 'var(--pb-stop)',
  '--mantine-color-stop-filled-hover': 'var(--pb-stop-hover)',
};

/** For variables.css. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: variables,
  dark: variables,
});
