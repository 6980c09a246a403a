import type { SampleMoment } from './sample-moments';

/** What the sample company has been asking for: some of it done, some rejected, some waiting, some late. */
export type SampleRequest = {
  by: string;
  at: SampleMoment;
  asks: SampleTrip | SampleNotice;
  deeds: readonly SampleDeed[];
};

/** `days`: when it begins, counted from the request, and how long it lasts. */
export type SampleTrip = {
  kind: 'trip';
  reason: string;
  place: string;
  transport: 'train' | 'plane' | 'car';
  days: readonly [number, number];
  lines: readonly (readonly ['fare' | 'hotel' | 'meal' | 'entertain', string, string, number])[];
};
export type SampleNotice = { kind: 'notice'; title: string; text: string; departments: readonly string[] };

/** Without `by` whoever has it. */
export type SampleDeed = { at: SampleMoment; by?: string; comment?: string; does: 'approve' | 'reject' | 'read' | 'withdraw' };

const on = (workingDaysAgo: number, time: string): SampleMoment => ({ workingDaysAgo, time });
const ago = (hours: number): SampleMoment => ({ minutesAgo: hours * 60 });
const approve = (at: SampleMoment, comment = '', by?: string): SampleDeed => ({ does: 'approve', at, comment, ...(by && { by }) });

function trip(by: string, at: SampleMoment, asks: Omit<SampleTrip, 'kind'>, deeds: readonly SampleDeed[] = []): SampleRequest {
  return { by, at, asks: { kind: 'trip', ...asks }, deeds };
}

export const demoRequests: readonly SampleRequest[] = [
  trip(
    'lizhuo',
    on(14, '09:40'),
    {
      reason: '参加杭州行业展会',
      place: '杭州',
      transport: 'train',
      days: [6, 2],
      lines: [
        ['fare', '高铁往返', '146.00', 2],
        ['hotel', '会展中心附近', '520.00', 2],
        ['meal', '', '150.00', 2],
      ],
    },
    [approve(on(14, '11:05'), '展会资料带一份回来')],
  ),
  trip(
    'hejiayi',
    on(12, '10:15'),
    { reason: '广州渠道商培训', place: '广州', transport: 'train', days: [5, 2], lines: [['hotel', '', '480.00', 3]] },
    [approve(on(12, '15:30'))],
  ),
  trip(
    'zhouzimo',
    on(10, '14:20'),
    {
      reason: '苏州客户续约谈判',
      place: '苏州',
      transport: 'car',
      days: [4, 3],
      lines: [
        ['hotel', '', '620.00', 6],
        ['entertain', '客户晚宴', '3200.00', 1],
        ['fare', '租车三天', '460.00', 3],
      ],
    },
    [approve(on(10, '16:45'), '续约条件按上周会议的来'), approve(on(9, '09:30'), '同意')],
  ),
  trip(
    'lizhuo',
    on(8, '09:10'),
    {
      reason: '赴深圳参加金融科技展',
      place: '深圳',
      transport: 'plane',
      days: [9, 4],
      lines: [
        ['fare', '机票往返，三人', '1680.00', 3],
        ['hotel', '三人四晚', '580.00', 12],
        ['entertain', '客户晚宴', '9800.00', 1],
        ['meal', '', '150.00', 12],
      ],
    },
    [
      approve(on(8, '10:30'), '展会对下半年很重要'),
      approve(on(8, '16:10')),
      approve(on(7, '09:20'), '同意，注意控制招待费'),
      approve(on(7, '10:40'), '', 'suqing'),
      { does: 'reject', at: on(7, '11:15'), by: 'lusiyuan', comment: '招待费超出标准' },
      approve(on(7, '14:05'), '', 'maxiao'),
      approve(on(6, '09:50'), '单据回来后一周内报销', 'hejing'),
    ],
  ),
  {
    by: 'yezhiqiu',
    at: on(7, '15:00'),
    asks: {
      kind: 'notice',
      title: '关于更新差旅住宿标准的通知',
      text: '各部门：\n自下月起，一线城市住宿标准调整为每晚 600 元，其他城市 480 元。超出部分请在申请里说明原因。',
      departments: ['sales', 'finance', 'operations'],
    },
    deeds: [
      { does: 'read', at: on(7, '15:20'), by: 'wangmin' },
      { does: 'read', at: on(7, '16:05'), by: 'chenli' },
      { does: 'read', at: on(6, '09:15'), by: 'xuman' },
      { does: 'read', at: on(6, '09:40'), by: 'suqing' },
      { does: 'read', at: on(6, '13:30'), by: 'linshu' },
    ],
  },
  trip(
    'luochen',
    on(6, '11:00'),
    {
      reason: '海口区域会议',
      place: '海口',
      transport: 'plane',
      days: [8, 3],
      lines: [
        ['fare', '机票往返，两人', '1860.00', 2],
        ['hotel', '', '540.00', 6],
      ],
    },
    [approve(on(6, '14:40')), { does: 'reject', at: on(5, '10:05'), comment: '这次会议改为线上参加，费用请重新核算' }],
  ),
  trip(
    'xuman',
    on(5, '09:25'),
    { reason: '上海总部季度汇报', place: '上海', transport: 'train', days: [3, 1], lines: [['fare', '高铁往返', '438.00', 1]] },
    [{ does: 'withdraw', at: on(5, '10:10'), comment: '汇报改期' }],
  ),
  trip(
    'wangmin',
    on(5, '13:50'),
    {
      reason: '合肥团队季度复盘',
      place: '合肥',
      transport: 'train',
      days: [7, 2],
      lines: [
        ['fare', '高铁往返，六人', '218.00', 12],
        ['hotel', '', '420.00', 6],
        ['meal', '', '150.00', 12],
      ],
    },
    [approve(on(5, '17:20'), '同意')],
  ),
  trip('xuman', on(4, '10:30'), {
    reason: '镇江经销商对账',
    place: '镇江',
    transport: 'car',
    days: [6, 2],
    lines: [
      ['fare', '自驾油费与过路费', '640.00', 1],
      ['hotel', '', '380.00', 2],
    ],
  }),
  trip(
    'lizhuo',
    on(3, '09:35'),
    {
      reason: '绍兴项目验收',
      place: '绍兴',
      transport: 'car',
      days: [5, 2],
      lines: [
        ['hotel', '', '690.00', 4],
        ['meal', '', '150.00', 4],
      ],
    },
    [{ does: 'reject', at: on(3, '16:20'), comment: '住宿超出新标准，请调整；同行人也请补上' }],
  ),
  trip('hejiayi', ago(21), {
    reason: '佛山门店巡检',
    place: '佛山',
    transport: 'car',
    days: [6, 2],
    lines: [
      ['fare', '租车两天', '380.00', 2],
      ['hotel', '', '420.00', 1],
    ],
  }),
  trip('lizhuo', ago(20), {
    reason: '南京老客户回访',
    place: '南京',
    transport: 'train',
    days: [5, 2],
    lines: [
      ['fare', '高铁往返', '279.00', 2],
      ['hotel', '', '460.00', 1],
    ],
  }),
  {
    by: 'xunuo',
    at: ago(6),
    asks: {
      kind: 'notice',
      title: '年度体检预约开始',
      text: '各位同事：\n今年的体检从下周一开始预约，请在本月底之前选好时间。体检当天算出勤。',
      departments: ['xinghe'],
    },
    deeds: [
      { does: 'read', at: ago(5.5), by: 'bailu' },
      { does: 'read', at: ago(4), by: 'chenli' },
    ],
  },
  trip('xuman', ago(3), {
    reason: '温州新客户签约',
    place: '温州',
    transport: 'train',
    days: [4, 3],
    lines: [
      ['fare', '动车往返，两人', '356.00', 4],
      ['hotel', '', '480.00', 4],
      ['entertain', '签约晚宴', '4800.00', 1],
    ],
  }),
  trip('zhouzimo', ago(0.7), {
    reason: '常州招投标现场',
    place: '常州',
    transport: 'car',
    days: [3, 4],
    lines: [
      ['hotel', '四人三晚', '560.00', 12],
      ['fare', '商务车四天', '1250.00', 4],
      ['entertain', '评审结束后的晚餐', '8800.00', 1],
      ['meal', '', '150.00', 16],
    ],
  }),
];
