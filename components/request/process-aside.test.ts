import { describe, expect, it } from 'vitest';
import { processAside } from './process-aside';

const process = { id: 'p', key: 'trip', name: { zh: '出差申请', en: 'Business trip' }, icon: '', versionId: 'v', versionNo: 1 };
const request = { title: '出差申请：杭州', process, number: 'CC-2026-0001' };

describe('what stands beside a title', () => {
  it('does not say the process again when the title begins with it', () => {
    expect(processAside(request, 'zh')).toBe('CC-2026-0001');
  });

  it('says the process where the title does not', () => {
    expect(processAside(request, 'en')).toBe('Business trip CC-2026-0001');
    expect(processAside({ ...request, title: '杭州' }, 'zh')).toBe('出差申请 CC-2026-0001');
  });
});
