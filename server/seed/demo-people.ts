import type { PlannedUser } from './org-plan';

const people: readonly PlannedUser[] = [
  person('guyuanzhou', '顾远舟', 'Gu Yuanzhou', ['general-office', 'general-manager']),
  person('jiangning', '江宁', 'Jiang Ning', ['general-office', 'deputy-general-manager']),
  person('yezhiqiu', '叶知秋', 'Ye Zhiqiu', ['general-office', 'specialist']),

  person('shenyan', '沈砚', 'Shen Yan', ['finance', 'director']),
  person('zhoulan', '周岚', 'Zhou Lan', ['accounting', 'supervisor']),
  person('hejing', '何静', 'He Jing', ['accounting', 'specialist']),
  person('maxiao', '马骁', 'Ma Xiao', ['accounting', 'specialist']),
  person('suqing', '苏青', 'Su Qing', ['accounting', 'specialist']),
  person('lusiyuan', '陆思远', 'Lu Siyuan', ['accounting', 'specialist']),
  person('fengyue', '冯悦', 'Feng Yue', ['treasury', 'specialist']),
  person('dingyiming', '丁一鸣', 'Ding Yiming', ['treasury', 'specialist']),
  person('mengxue', '孟雪', 'Meng Xue', ['treasury', 'specialist']),

  { ...person('bailu', '白露', 'Bai Lu', ['hr', 'manager'], ['general-office', 'manager']), grants: ['orgAdmin'] },
  person('xunuo', '许诺', 'Xu Nuo', ['hr', 'supervisor']),
  person('songyutong', '宋雨桐', 'Song Yutong', ['hr', 'specialist']),

  person('zhanglei', '张蕾', 'Zhang Lei', ['customer-service', 'manager']),
  person('dengchenxi', '邓晨曦', 'Deng Chenxi', ['customer-service', 'specialist']),
  person('zhaoyifan', '赵一凡', 'Zhao Yifan', ['customer-service', 'specialist']),

  person('shilei', '石磊', 'Shi Lei', ['risk', 'manager']),
  { ...person('jiran', '季然', 'Ji Ran', ['risk', 'supervisor']), grants: ['auditor'] },
  person('xiemingxuan', '谢明轩', 'Xie Mingxuan', ['risk', 'specialist']),
  person('taoran', '陶然', 'Tao Ran', ['risk', 'specialist']),

  person('duruofei', '杜若飞', 'Du Ruofei', ['operations', 'manager']),
  { ...person('linshu', '林舒', 'Lin Shu', ['operations', 'supervisor']), grants: ['designer'] },
  person('jiangxin', '蒋昕', 'Jiang Xin', ['operations', 'specialist']),

  person('gaoyuan', '高原', 'Gao Yuan', ['it', 'director']),
  { ...person('guanwen', '管雯', 'Guan Wen', ['it', 'supervisor']), grants: ['systemAdmin'] },
  person('guoxiao', '郭晓', 'Guo Xiao', ['it', 'supervisor']),
  { ...person('tangning', '唐宁', 'Tang Ning', ['it', 'supervisor']), grants: ['operator'] },
  person('wutong', '吴桐', 'Wu Tong', ['it', 'specialist']),
  person('fangwei', '方维', 'Fang Wei', ['it', 'specialist']),

  person('zhengnan', '郑楠', 'Zheng Nan', ['purchasing', 'supervisor']),
  person('fangning', '方宁', 'Fang Ning', ['purchasing', 'specialist']),

  person('liangbo', '梁博', 'Liang Bo', ['warehouse', 'supervisor']),
  person('hansong', '韩松', 'Han Song', ['warehouse', 'specialist']),

  { ...person('chenli', '陈立', 'Chen Li', ['sales', 'director']), grants: ['monitor'] },
  { ...person('wangmin', '王敏', 'Wang Min', ['east', 'manager']), grants: ['monitor'] },
  person('lizhuo', '李卓', 'Li Zhuo', ['east', 'specialist']),
  person('xuman', '徐曼', 'Xu Man', ['east', 'specialist']),
  person('zhouzimo', '周子墨', 'Zhou Zimo', ['east', 'supervisor'], ['customer-service', 'supervisor']),
  person('qinlang', '秦朗', 'Qin Lang', ['south', 'manager']),
  person('hejiayi', '何嘉怡', 'He Jiayi', ['south', 'specialist']),
  person('luochen', '罗晨', 'Luo Chen', ['south', 'supervisor']),
];

/** The people of 星河金服, department by department; the first post is the primary one. */
export const demoPeople: readonly PlannedUser[] = people.map((one, n) => ({ ...one, employeeNo: `E${1001 + n}` }));

// helpers //////////////////////

function person(login: string, name: string, nameEn: string, ...posts: [string, string][]): PlannedUser {
  return { login, name, nameEn, email: `${login}@xinghe.example`, posts };
}
