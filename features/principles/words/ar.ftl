principles-description = ما يلتزم به كل عضو في الشبكة، وما تتوقعه الشبكة من أعضائها.
principles-version = إصدار { $version }
principles-source = بصياغتنا، استنادًا إلى:
expectations-title = ما تتوقعه الشبكة من أعضائها
expectation-all = كل عضو
expectation-chosen = يُتفق عليه مع كل عضو
foot-principles = المبادئ التوجيهية
principles-of = المبادئ التوجيهية، إصدار { $version }
principles-earlier = الإصدارات السابقة
principles-not-current = هذا إصدار سابق. الإصدار الساري هو:
principles-now = ما يقوله إصدار { $version } الساري
signatures-title = من وقّع
signatures-description = المدن الأعضاء التي وقّعت المبادئ التوجيهية، وبأي صفة، وعلى أي نص.
signatures-about = يوقّع كل عضو المبادئ التوجيهية عبر من يحمل تفويضه. ترد هنا التوقيعات التي أُعطيت في المنصة، ولا تشمل ما وُقّع سابقًا على الورق.
signatures-count = { $count ->
    [zero] لا توقيعات مسجلة هنا.
    [one] توقيع واحد لعضو مسجل هنا.
    [two] توقيعان لأعضاء مسجلان هنا.
    [few] { $count } توقيعات لأعضاء مسجلة هنا.
    [many] { $count } توقيعًا لأعضاء مسجلة هنا.
   *[other] { $count } توقيع لأعضاء مسجلة هنا.
  }
signatures-see = اطّلع على من وقّع وعلى أي نص
signatures-none = لا توقيعات بعد
signatures-none-hint = ترد هنا التوقيعات التي تُعطى في المنصة، ولا تشمل ما وُقّع سابقًا على الورق.
signatures-principles = اقرأ المبادئ
signature-city = المدينة
signature-position = الصفة
signature-name = الاسم
signature-not-named = غير منشور
signature-version = الإصدار
signature-earlier = إصدار سابق
signature-language = لغة النص
signature-text = بصمة النص
signature-at = تاريخ التوقيع
principles-report = الشكوى من مدينة لا تلتزم بها
