import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { cssVariablesResolver, theme } from './theme';

const HEAD = `/* What Mantine reckons of our theme at every start, reckoned once: \`npx vitest run src/app/variables.test.tsx -u\` */\n`;

/** As Biome writes it, without what is meant for shadow trees. */
function written(css: string): string {
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector, body]) => {
    const lines = (body ?? '').split(';').flatMap((line) => (line.trim() ? [line.trim()] : []));
    return `${selector?.split(', :host')[0]?.trim()} {\n${lines.map((line) => `  ${line.replace(/:\s*/, ': ')};\n`).join('')}}\n`;
  });
  return HEAD + rules.join('\n');
}

test("Mantine's variables are those of the theme", async () => {
  render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver}>
      <span />
    </MantineProvider>,
  );
  const style = document.querySelector('style[data-mantine-styles="true"]');
  await expect(written(style?.innerHTML ?? '')).toMatchFileSnapshot('./variables.css');
});
