import { beforeEach, vi } from 'vitest';

const ROW = 40;

/** jsdom lays nothing out; lists that draw only what is in sight need some height to draw in. */
export function withRoom(height = 400): void {
  beforeEach(() => {
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(height);
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(ROW);
  });
}
