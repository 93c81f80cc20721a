# حيث يبدأ الناس يومهم
menu-workspace = مساحة العمل
menu-desk = لوحة المتابعة
workspace = مساحة عمل المدينة
workspace-of = مساحة عمل { $city }
workspace-overview = نظرة عامة
workspace-public = الصفحة العامة
workspace-others = تعمل أيضًا لـ:
workspace-tasks = ما ينبغي عمله
workspace-no-tasks = لا شيء في انتظارك
workspace-no-tasks-hint = يظهر هنا ما ينبغي عمله، ويختفي متى تم.
workspace-beside = العضوية
right-workspace = استخدام مساحة عمل مدينة
right-desk = رؤية ما ينتظر في المدن
